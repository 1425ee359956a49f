//! What is known of single outlets' pages, as data that a user gives.
//!
//! Rules are asked where the general way finds nothing, or first where a rule
//! says `always`. None are built in.

mod selector;

pub use selector::Selector;

/// How one outlet's pages are read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OutletRule {
    /// Hosts whose pages it is about; a host stands for those below it too.
    pub hosts: Vec<String>,
    /// Whether the rule is asked before the general way.
    pub always: bool,
    /// The element that prints the headline.
    pub headline: Option<Selector>,
    /// The elements whose lines are the body.
    pub body: Option<Selector>,
    /// The elements that print the names of those who wrote.
    pub byline: Option<Selector>,
    /// The element that prints when it was published, in words or as `datetime`.
    pub date: Option<Selector>,
    /// Elements that are never part of the body.
    pub drop: Vec<Selector>,
}

/// The rules a user gives, in the order of their files.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OutletRules(Vec<OutletRule>);

impl OutletRules {
    /// Rules in order; the first for a host is used.
    pub fn new(rules: Vec<OutletRule>) -> Self {
        Self(rules)
    }

    /// The rule for the pages of a host.
    ///
    /// ```
    /// use parallax_extract::{OutletRule, OutletRules};
    /// let rule = OutletRule { hosts: vec!["tide.example".into()], ..OutletRule::default() };
    /// let rules = OutletRules::new(vec![rule]);
    /// assert!(rules.of_host("news.tide.example").is_some());
    /// assert!(rules.of_host("lowtide.example").is_none());
    /// ```
    pub fn of_host(&self, host: &str) -> Option<&OutletRule> {
        let below = |own: &String| {
            let rest = host.strip_suffix(own.as_str());
            rest.is_some_and(|rest| rest.is_empty() || rest.ends_with('.'))
        };
        self.0.iter().find(|rule| rule.hosts.iter().any(below))
    }
}
