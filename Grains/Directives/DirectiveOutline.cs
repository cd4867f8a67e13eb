namespace Tocsin.Directives;

/// <summary>
/// A directive as others on its affair see it: what it is, from whom, to whom, and how far it came; all of it where it is shared.
/// </summary>
internal static class DirectiveOutline
{
    /// <summary>The outline of a directive.</summary>
    public static DirectiveView Of(DirectiveView view) => view.Shared
        ? view
        : view with
        {
            Text = null,
            Place = null,
            Parties = [],
            Equipment = [],
            Cautions = [],
            Fields = [],
            Returns = [],
            Reports = [],
            SignedBy = null,
            Outcome = null,
            Receipt = null,
            Refusal = null,
            Clocks = [],
        };
}
