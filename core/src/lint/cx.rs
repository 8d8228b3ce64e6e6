//! What a rule sees: one leaf of the paste, the message in it, and what is known beside it.

use super::{Need, RoleTrust};
use crate::aws::endpoints::{self, Endpoint};
use crate::aws::role_pair::RolePair;
use crate::aws::role_pair::defect::{self, Defect};
use crate::aws::services::Service;
use crate::evidence::{Context, Evidence, GivenError, Item, ItemKind, Signed};
use crate::limits::Limits;
use crate::peel::{LayerUse, Note};
use crate::saml::{Assertion, Attribute, AttributeValue, ConfirmationData, Instant, Message};
use crate::source::{Sources, Text};
use crate::xml::Document;

/// The name of the attribute that carries role and provider.
pub const ROLE: &str = "https://aws.amazon.com/SAML/Attributes/Role";

/// What a rule sees.
pub struct Cx<'a> {
    pub sources: &'a Sources,
    pub limits: &'a Limits,
    /// The leaf, classified.
    pub item: &'a Item,
    /// The layers on the way to this leaf, outermost first.
    pub layers: Vec<&'a LayerUse>,
    /// What peeling noticed on the way.
    pub notes: Vec<&'a Note>,
    /// How many other messages the paste holds.
    pub other_messages: usize,
    /// What was supplied to check messages with.
    pub evidence: &'a Evidence,
    /// The error texts that concern the message.
    pub errors: Vec<&'a GivenError>,
    /// Known beside the message; `None` where the leaf holds none.
    pub context: Option<&'a Context>,
    /// The instant at which leaves that are no message are judged.
    pub instant_beside: Option<Instant>,
    /// The values of the `Role` attributes of the first assertion, in order.
    pub roles: Vec<RoleChoice<'a>>,
    /// What the trust policies that were supplied say of those roles that can be read.
    pub trust: Vec<RoleTrust<'a>>,
}

/// One value of a `Role` attribute. Its index is its place in [`Cx::roles`].
pub struct RoleChoice<'a> {
    pub index: usize,
    pub value: &'a AttributeValue,
    pub pair: RolePair<'a>,
    /// What is wrong with its form; `None` where AWS can read it. Many rules ask, of hundreds of values.
    pub defect: Option<Defect>,
}

impl<'a> RoleChoice<'a> {
    fn read(index: usize, value: &'a AttributeValue) -> Self {
        let pair = RolePair::read(value.text.as_str());
        // A value that holds elements instead is not empty.
        let is_empty = value.nil || (pair.value.trim().is_empty() && !value.structured);
        let defect = if is_empty { Some(Defect::Empty) } else { defect::of(&pair) };
        Self { index, value, pair, defect }
    }
}

impl<'a> Cx<'a> {
    pub fn new(
        sources: &'a Sources,
        limits: &'a Limits,
        item: &'a Item,
        evidence: &'a Evidence,
        context: Option<&'a Context>,
    ) -> Self {
        let assertion = item.message.as_ref().and_then(|message| message.assertions.first());
        let roles = assertion
            .into_iter()
            .flat_map(|assertion| assertion.attributes_named(ROLE))
            .flat_map(|attribute| &attribute.values)
            .enumerate()
            .map(|(index, value)| RoleChoice::read(index, value))
            .collect();
        Self {
            sources,
            limits,
            item,
            evidence,
            errors: Vec::new(),
            layers: Vec::new(),
            notes: Vec::new(),
            other_messages: 0,
            context,
            instant_beside: None,
            roles,
            trust: Vec::new(),
        }
    }

    /// The XML tree; `None` for leaves that are no XML.
    pub fn document(&self) -> Option<&'a Document> {
        self.item.document.as_ref()
    }

    /// The signatures of the document, verified; in its order. That of metadata is no business of a sign-in: the rules on
    /// metadata take it from the item.
    pub fn signatures(&self) -> &'a [Signed] {
        if self.kind() == ItemKind::Metadata { &[] } else { &self.item.signatures }
    }

    pub fn kind(&self) -> ItemKind {
        self.item.kind
    }

    pub fn message(&self) -> Option<&'a Message> {
        self.item.message.as_ref()
    }

    /// The message, if it is a response or assertion that signs somebody in.
    pub fn response(&self) -> Option<&'a Message> {
        self.message().filter(|message| message.kind.signs_in())
    }

    /// The assertion that a receiver reads: the first child of the response.
    pub fn assertion(&self) -> Option<&'a Assertion> {
        self.response()?.assertions.first()
    }

    /// The assertion, where the target service is reached through a role (all but Identity Center and others).
    pub fn role_assertion(&self) -> Option<&'a Assertion> {
        self.assertion().filter(|_| self.service().assumes_a_role())
    }

    /// The assertion, where the service takes the person from its `NameID`: all but those outside AWS.
    pub fn named_assertion(&self) -> Option<&'a Assertion> {
        self.assertion().filter(|_| self.service() != Service::Generic)
    }

    /// What is lacking where nobody supplied the metadata that the receiver compares with.
    pub fn metadata_held(&self) -> Need {
        match self.service().assumes_a_role() {
            true => Need::IdpMetadata { provider: self.provider().map(str::to_owned) },
            false => Need::ReceiverMetadata,
        }
    }

    /// Attributes of the assertion whose name is the AWS prefix and this suffix.
    pub fn aws_attributes(&self, suffix: &'a str) -> impl Iterator<Item = &'a Attribute> + use<'a> {
        const PREFIX: &str = "https://aws.amazon.com/SAML/Attributes/";
        let attributes =
            self.assertion().map(|assertion| assertion.attributes.as_slice()).unwrap_or_default();
        attributes.iter().filter(move |attribute| attribute.name().strip_prefix(PREFIX) == Some(suffix))
    }

    /// The data of the subject confirmation that a receiver reads.
    pub fn confirmation_data(&self) -> Option<&'a ConfirmationData> {
        self.assertion()?.subject.as_ref()?.confirmation()?.data.as_ref()
    }

    /// The `Recipient` that becomes `saml:aud`.
    pub fn recipient(&self) -> Option<&'a Text> {
        self.confirmation_data()?.recipient.as_ref()
    }

    /// What the `Recipient` is for.
    pub fn endpoint(&self) -> Option<Endpoint<'a>> {
        Some(endpoints::recognise(self.recipient()?.as_str()))
    }

    /// The ARN of the first provider that a role value names.
    pub fn provider(&self) -> Option<&str> {
        let provider = self.roles.iter().find_map(|choice| choice.pair.provider());
        provider.map(|provider| provider.text())
    }

    pub fn service(&self) -> Service {
        self.context.map_or(Service::Generic, |context| context.service.service)
    }

    /// The instant at which the message is judged; of other leaves, that of the first message or the one that was given.
    pub fn instant(&self) -> Option<Instant> {
        self.context.map_or(self.instant_beside, |context| context.judged.instant)
    }
}
