//! The budgets of one inspection. They are handed down; reaching one is a finding, never a failure.

/// What one inspection may spend. The defaults suit a page on an ordinary machine.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of one pasted item; what is beyond is not read.
    pub input_bytes: usize,
    /// Layers unwrapped one inside the other.
    pub layers: usize,
    /// Leaves (XML, JSON, text …) taken from all items together.
    pub leaves: usize,
    /// Bytes that one compressed layer may grow to.
    pub inflated_bytes: usize,
    /// Bytes of one XML document.
    pub xml_bytes: usize,
    /// Depth of nested elements.
    pub xml_depth: usize,
    /// Nodes and attributes of one XML document together.
    pub xml_nodes: usize,
    /// Times that reading starts again after broken markup.
    pub xml_restarts: usize,
    /// Nodes of one JSON document.
    pub json_nodes: usize,
    /// Depth of nested JSON.
    pub json_depth: usize,
    /// Runs of one offset map; beyond it only the whole layer corresponds.
    pub map_runs: usize,
    /// Bytes of one text that are searched for AWS's error texts.
    pub error_text_bytes: usize,
    /// Messages reported.
    pub messages: usize,
    /// Problems and repairs kept of one source; the rest is counted.
    pub problems: usize,
    /// Signatures verified of one document.
    pub signatures: usize,
    /// References of one signature.
    pub references: usize,
    /// Transforms of one reference.
    pub transforms: usize,
    /// Canonical octets made for one signature.
    pub canonical_bytes: usize,
    /// Size of an RSA modulus, in bits.
    pub key_bits: usize,
    /// Keys tried on one signature.
    pub keys: usize,
    /// Bytes of a document of which changed copies are tried, to find out why its signature fails.
    pub explained_bytes: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            input_bytes: 512 << 20,
            layers: 16,
            leaves: 2_000,
            inflated_bytes: 16 << 20,
            xml_bytes: 16 << 20,
            xml_depth: 512,
            xml_nodes: 400_000,
            xml_restarts: 64,
            json_nodes: 8_000_000,
            json_depth: 512,
            map_runs: 2_000_000,
            error_text_bytes: 2 << 20,
            messages: 500,
            problems: 64,
            signatures: 32,
            references: 64,
            transforms: 8,
            canonical_bytes: 64 << 20,
            key_bits: 16_384,
            keys: 32,
            explained_bytes: 1 << 20,
        }
    }
}
