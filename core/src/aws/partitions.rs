//! AWS partitions and regions: hosts of the sign-in page and the console, and the default audience of each.
//!
//! It deliberately lists only what AWS publishes; a region that is missing here may be newer than this list.

/// A separate AWS cloud. ARNs name it in their second part.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Partition {
    Aws,
    AwsCn,
    AwsUsGov,
    AwsEusc,
    AwsIso,
    AwsIsoB,
    AwsIsoE,
    AwsIsoF,
}

/// A region that AWS has published.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Region {
    pub id: &'static str,
    pub partition: Partition,
    /// Whether the AWS General Reference lists a sign-in endpoint for it.
    pub sign_in: bool,
}

impl Partition {
    pub const ALL: [Self; 8] = [
        Self::Aws,
        Self::AwsCn,
        Self::AwsUsGov,
        Self::AwsEusc,
        Self::AwsIso,
        Self::AwsIsoB,
        Self::AwsIsoE,
        Self::AwsIsoF,
    ];

    /// As it stands in an ARN.
    pub fn id(self) -> &'static str {
        match self {
            Self::Aws => "aws",
            Self::AwsCn => "aws-cn",
            Self::AwsUsGov => "aws-us-gov",
            Self::AwsEusc => "aws-eusc",
            Self::AwsIso => "aws-iso",
            Self::AwsIsoB => "aws-iso-b",
            Self::AwsIsoE => "aws-iso-e",
            Self::AwsIsoF => "aws-iso-f",
        }
    }

    pub fn title(self) -> &'static str {
        match self {
            Self::Aws => "AWS",
            Self::AwsCn => "AWS China",
            Self::AwsUsGov => "AWS GovCloud (US)",
            Self::AwsEusc => "AWS European Sovereign Cloud",
            Self::AwsIso => "AWS ISO (US)",
            Self::AwsIsoB => "AWS ISOB (US)",
            Self::AwsIsoE => "AWS ISOE (Europe)",
            Self::AwsIsoF => "AWS ISOF",
        }
    }

    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|partition| partition.id() == id)
    }

    /// The sign-in host without a region; a region stands before it with a full stop.
    pub fn sign_in_host(self) -> &'static str {
        match self {
            Self::Aws => "signin.aws.amazon.com",
            Self::AwsCn => "signin.amazonaws.cn",
            Self::AwsUsGov => "signin.amazonaws-us-gov.com",
            Self::AwsEusc => "signin.amazonaws-eusc.eu",
            Self::AwsIso => "signin.c2shome.ic.gov",
            Self::AwsIsoB => "signin.sc2shome.sgov.gov",
            Self::AwsIsoE => "signin.csphome.adc-e.uk",
            Self::AwsIsoF => "signin.csphome.hci.ic.gov",
        }
    }

    /// Whether AWS or practice confirms that `/saml` at that host takes assertions. For the others it is an analogy.
    pub fn sign_in_is_certain(self) -> bool {
        matches!(self, Self::Aws | Self::AwsCn | Self::AwsUsGov)
    }

    /// The sign-in URL that names no region, where there is one.
    pub fn global_sign_in_url(self) -> Option<&'static str> {
        match self {
            Self::Aws => Some("https://signin.aws.amazon.com/saml"),
            Self::AwsCn => Some("https://signin.amazonaws.cn/saml"),
            Self::AwsUsGov => Some("https://signin.amazonaws-us-gov.com/saml"),
            _ => None,
        }
    }

    /// The region in which the URL without a region is served, as far as AWS says.
    pub fn global_region(self) -> Option<&'static str> {
        match self {
            Self::Aws => Some("us-east-1"),
            Self::AwsUsGov => Some("us-gov-west-1"),
            _ => None,
        }
    }

    /// The console's host without a region, where it is documented.
    pub fn console_host(self) -> Option<&'static str> {
        match self {
            Self::Aws => Some("console.aws.amazon.com"),
            Self::AwsCn => Some("console.amazonaws.cn"),
            Self::AwsUsGov => Some("console.amazonaws-us-gov.com"),
            _ => None,
        }
    }

    /// The audience that AWS's own service provider metadata names, or that guides for the partition use.
    pub fn default_audience(self) -> Option<&'static str> {
        match self {
            Self::Aws => Some("urn:amazon:webservices"),
            Self::AwsCn => Some("urn:amazon:webservices:cn-north-1"),
            Self::AwsUsGov => Some("urn:amazon:webservices:govcloud"),
            _ => None,
        }
    }

    /// Where AWS publishes its own SAML metadata, where that is known.
    pub fn metadata_url(self) -> Option<String> {
        self.sign_in_is_certain().then(|| format!("https://{}/static/saml-metadata.xml", self.sign_in_host()))
    }
}

/// The region of that name, if AWS has published it.
pub fn region(id: &str) -> Option<Region> {
    REGIONS.iter().copied().find(|region| region.id == id)
}

pub fn regions() -> &'static [Region] {
    REGIONS
}

/// Whether it is built as the names of regions are: words and a number with hyphens (`us-gov-west-1`).
pub fn looks_like_region(id: &str) -> bool {
    let Some((words, number)) = id.rsplit_once('-') else { return false };
    let word =
        |part: &str| (2..=10).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_lowercase());
    let count = words.split('-').count();
    (2..=3).contains(&count)
        && words.split('-').all(word)
        && (1..=2).contains(&number.len())
        && number.bytes().all(|byte| byte.is_ascii_digit())
}

const fn listed(id: &'static str, partition: Partition) -> Region {
    Region { id, partition, sign_in: true }
}

const fn known(id: &'static str, partition: Partition) -> Region {
    Region { id, partition, sign_in: false }
}

const REGIONS: &[Region] = &[
    listed("us-east-1", Partition::Aws),
    listed("us-east-2", Partition::Aws),
    listed("us-west-1", Partition::Aws),
    listed("us-west-2", Partition::Aws),
    listed("af-south-1", Partition::Aws),
    listed("ap-east-1", Partition::Aws),
    listed("ap-east-2", Partition::Aws),
    listed("ap-south-1", Partition::Aws),
    listed("ap-south-2", Partition::Aws),
    listed("ap-southeast-1", Partition::Aws),
    listed("ap-southeast-2", Partition::Aws),
    listed("ap-southeast-3", Partition::Aws),
    listed("ap-southeast-4", Partition::Aws),
    listed("ap-southeast-5", Partition::Aws),
    listed("ap-southeast-6", Partition::Aws),
    listed("ap-southeast-7", Partition::Aws),
    listed("ap-northeast-1", Partition::Aws),
    listed("ap-northeast-2", Partition::Aws),
    listed("ap-northeast-3", Partition::Aws),
    listed("ca-central-1", Partition::Aws),
    listed("ca-west-1", Partition::Aws),
    listed("eu-central-1", Partition::Aws),
    listed("eu-central-2", Partition::Aws),
    listed("eu-west-1", Partition::Aws),
    listed("eu-west-2", Partition::Aws),
    listed("eu-west-3", Partition::Aws),
    listed("eu-south-1", Partition::Aws),
    listed("eu-south-2", Partition::Aws),
    listed("eu-north-1", Partition::Aws),
    listed("il-central-1", Partition::Aws),
    listed("mx-central-1", Partition::Aws),
    listed("me-south-1", Partition::Aws),
    listed("me-central-1", Partition::Aws),
    listed("sa-east-1", Partition::Aws),
    known("me-west-1", Partition::Aws),
    known("sa-west-1", Partition::Aws),
    listed("us-gov-west-1", Partition::AwsUsGov),
    listed("us-gov-east-1", Partition::AwsUsGov),
    listed("cn-north-1", Partition::AwsCn),
    listed("cn-northwest-1", Partition::AwsCn),
    listed("eusc-de-east-1", Partition::AwsEusc),
    known("us-iso-east-1", Partition::AwsIso),
    known("us-iso-west-1", Partition::AwsIso),
    known("us-isob-east-1", Partition::AwsIsoB),
    known("us-isob-west-1", Partition::AwsIsoB),
    known("eu-isoe-west-1", Partition::AwsIsoE),
    known("us-isof-east-1", Partition::AwsIsoF),
    known("us-isof-south-1", Partition::AwsIsoF),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn regions_are_unique_and_well_formed() {
        for (index, region) in REGIONS.iter().enumerate() {
            assert!(looks_like_region(region.id), "{}", region.id);
            assert!(REGIONS.iter().skip(index + 1).all(|other| other.id != region.id), "{}", region.id);
        }
        assert_eq!(region("us-gov-west-1").map(|region| region.partition), Some(Partition::AwsUsGov));
        assert_eq!(region("us-east-3"), None);
    }

    #[test]
    fn names_that_are_no_regions() {
        for name in ["signin", "us-east", "us-east-", "US-EAST-1", "us--east-1", "", "-1", "d-9067642ac7"] {
            assert!(!looks_like_region(name), "{name}");
        }
        assert!(looks_like_region("us-east-9"));
    }

    #[test]
    fn partitions_agree_with_their_urls() {
        for partition in Partition::ALL {
            assert_eq!(Partition::from_id(partition.id()), Some(partition));
            if let Some(url) = partition.global_sign_in_url() {
                assert_eq!(url, format!("https://{}/saml", partition.sign_in_host()));
            }
        }
        assert_eq!(
            Partition::AwsCn.metadata_url().as_deref(),
            Some("https://signin.amazonaws.cn/static/saml-metadata.xml")
        );
    }
}
