//! Hosts that are not the sign-in page but are found in its place.
//!
//! It deliberately suggests an address only where the region or the partition can be told.

use super::super::characters::looks_like_ascii;
use super::super::distance;
use super::super::partitions::{Partition, looks_like_region, region};
use super::kinds::EndpointFaultKind;
use super::sign_in_url;

/// Hosts of AWS that take no assertions, and hosts that only look like the sign-in page.
pub(super) fn meant_by_host(host: &str, path: &str) -> Option<(EndpointFaultKind, Option<String>)> {
    let global = || sign_in_url(Partition::Aws, None);
    let region_in =
        |host: &str| host.split('.').find_map(|label| region(label.trim_start_matches("signin-")));
    let same_region = || match region_in(host) {
        Some(found) => sign_in_url(found.partition, Some(found.id)),
        None => global(),
    };
    if host == "aws.amazon.com" || host == "www.aws.amazon.com" {
        return Some((EndpointFaultKind::AwsHomePage, global()));
    }
    for partition in Partition::ALL {
        if let Some(console) = partition.console_host()
            && (host == console || host.strip_suffix(console).is_some_and(|before| before.ends_with('.')))
        {
            let kind = if path.starts_with("/connect/") {
                EndpointFaultKind::ConnectInstance
            } else {
                EndpointFaultKind::ConsoleHost
            };
            let intended = region_in(host).and_then(|found| sign_in_url(partition, Some(found.id)));
            return Some((kind, intended.or_else(|| sign_in_url(partition, None))));
        }
    }
    let amazon = |suffix: &str| host.ends_with(suffix);
    if (host.starts_with("sts.") || host.starts_with("sts-fips."))
        && (amazon("amazonaws.com") || amazon("amazonaws.com.cn") || amazon("api.aws"))
    {
        return Some((EndpointFaultKind::StsHost, same_region()));
    }
    let of_amazon = amazon(".aws.amazon.com") || amazon(".amazonaws-us-gov.com");
    if host.starts_with("appstream2") && of_amazon {
        return Some((EndpointFaultKind::AppStreamRelayState, same_region()));
    }
    if host.starts_with("workspaces.euc-sso") && of_amazon {
        return Some((EndpointFaultKind::WorkSpacesRelayState, same_region()));
    }
    if host.ends_with(".my.connect.aws") || host.ends_with(".awsapps.com") && path.starts_with("/connect") {
        return Some((EndpointFaultKind::ConnectInstance, global()));
    }
    if host.ends_with(".awsapps.com") || host.starts_with("portal.sso.") {
        return Some((EndpointFaultKind::AccessPortal, None));
    }
    look_alike(host).map(|partition| (EndpointFaultKind::LookAlikeHost, sign_in_url(partition, None)))
}

/// The partition whose sign-in host somebody tried to write or to imitate.
fn look_alike(host: &str) -> Option<Partition> {
    // A longer name is no misspelling, and the comparison costs the product of the lengths.
    if host.chars().count() > 80 {
        return None;
    }
    let folded: String = host.chars().map(|c| looks_like_ascii(c).unwrap_or(c)).collect();
    let name = folded
        .split_once('.')
        .filter(|(label, _)| looks_like_region(label))
        .map_or(folded.as_str(), |(_, rest)| rest);
    Partition::ALL.into_iter().filter(|partition| partition.sign_in_is_certain()).find(|partition| {
        let known = partition.sign_in_host();
        folded.contains(known) || distance::within(name, known, 2)
    })
}
