namespace Tocsin.Directives;

/// <summary>What a command that issues directives answers with.</summary>
/// <param name="Group">The id of the group: that of its first directive.</param>
/// <param name="Items">The directives, one a recipient, in the order of the recipients.</param>
public sealed record DirectiveGroup(DirectiveId Group, IReadOnlyList<DirectiveView> Items);
