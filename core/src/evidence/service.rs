//! Which service the person wants to reach: chosen, or recognised from what the message and its relay state say.

use crate::aws::attributes;
use crate::aws::endpoints::{self, EndpointKind};
use crate::aws::relay_state;
use crate::aws::services::{HintStrength, Service, hinted_by_tag};
use crate::saml::Message;
use crate::source::Text;
