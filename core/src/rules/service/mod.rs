//! Whether the target service takes the user: Amazon Connect, WorkSpaces, AppStream, IAM Identity Center as receiver, and
//! any other service by its profile; and where the relay state leads.

mod appstream_account_differs;
mod appstream_name_id_no_principal;
mod appstream_not_entitled;
mod appstream_stack_unknown;
mod connect_instance_elsewhere;
mod connect_instance_not_saml;
mod directory;
mod grants;
mod identity_center_attributes;
mod instance;
pub(in crate::rules) mod names;
mod permission_key_gone;
mod permissions;
mod profile;
mod profile_address_mismatch;
mod profile_attribute_unmet;
mod profile_audience_mismatch;
mod relay_faults;
mod relay_state_connect_page;
mod relay_state_malformed;
mod relay_state_not_a_target;
mod relay_state_region;
mod resource;
mod service_not_permitted;
mod sign_in_recorded;
pub(in crate::rules) mod tagged;
pub(in crate::rules) mod target;
mod workspaces_certificate_tags;
mod workspaces_directory_settings;
mod workspaces_email_missing;
mod workspaces_name_id_form;
mod workspaces_registration_code;
mod workspaces_saml_disabled;

use crate::lint::Rule;

pub static RULES: &[&Rule] = &[
    &sign_in_recorded::RULE,
    &relay_state_not_a_target::RULE,
    &relay_state_malformed::RULE,
    &relay_state_connect_page::RULE,
    &relay_state_region::RULE,
    &connect_instance_elsewhere::RULE,
    &connect_instance_not_saml::RULE,
    &workspaces_registration_code::RULE,
    &workspaces_saml_disabled::RULE,
    &workspaces_directory_settings::RULE,
    &workspaces_email_missing::RULE,
    &workspaces_name_id_form::RULE,
    &workspaces_certificate_tags::RULE,
    &appstream_account_differs::RULE,
    &appstream_stack_unknown::RULE,
    &appstream_name_id_no_principal::RULE,
    &appstream_not_entitled::RULE,
    &service_not_permitted::RULE,
    &permission_key_gone::RULE,
    &identity_center_attributes::RULE,
    &profile_address_mismatch::RULE,
    &profile_audience_mismatch::RULE,
    &profile_attribute_unmet::RULE,
];
