using Tocsin.Tests.GatewayTests.Contract;

namespace Tocsin.Tests.GatewayTests.Whole.Matrix;

/// <summary>Who may call an operation, and on what.</summary>
/// <param name="Row">Its row of the contract's table of roles.</param>
/// <param name="Of">Whose it is that it is called on.</param>
internal sealed record OperationRule(string Row, Ownership Of)
{
    /// <summary>The query; null: what the document requires.</summary>
    public string? Query { get; init; }

    /// <summary>The body, with the ids of the document's example; null: that example without its times.</summary>
    public string? Body { get; init; }

    /// <summary>What the dispatcher does before: a path and a body, with the ids of the document's examples.</summary>
    public (string Path, string Body)[] Before { get; init; } = [];

    /// <summary>Whether the thing must have come to a stage that only time brings: then nobody gets further than 409.</summary>
    public bool NeedsTime { get; init; }

    /// <summary>Whether it takes away what it is called on: who comes second gets 404.</summary>
    public bool IsGoneThen { get; init; }

    /// <summary>A role to which this world's own thing is not addressed: it is not asked.</summary>
    public string? NotTo { get; init; }

    /// <summary>What a role may do: <c>+</c> all, <c>o</c> own only, <c>-</c> nothing.</summary>
    public string SignOf(string role) => RoleTable.Sign(Row, role);
}

/// <summary>Whose it is that an operation is called on.</summary>
internal enum Ownership
{
    /// <summary>The path or the body names a thing: another's is 403 <c>notYours</c> to those who may call it for their own only.</summary>
    Named,

    /// <summary>A list: those who may call it for their own only find their own thing in it, and not another's.</summary>
    Listed,

    /// <summary>Rows that are judged one by one: another's is rejected as <c>notYours</c>.</summary>
    Rows,

    /// <summary>A stream of events: it opens, and <c>FeedTests</c> say what comes.</summary>
    Stream,

    /// <summary>It is nobody's, or everybody's.</summary>
    Common,

    /// <summary>It needs no token.</summary>
    Open,
}
