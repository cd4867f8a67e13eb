namespace Tocsin.Access;

/// <summary>Who looked at what, as <c>GET /access</c> answers it and as the access log stores it.</summary>
/// <param name="At">When, UTC, by the gateway's clock.</param>
/// <param name="Subject">The token's <c>sub</c>; null where nobody was signed in.</param>
/// <param name="Role">The role that allowed it; null where nobody was signed in.</param>
/// <param name="From">The address that the request came from; null where it is not known.</param>
/// <param name="Thing">The thing, such as <c>call/ID</c>, <c>incident/ID</c>, <c>unit/ID</c>; null where it was no single thing.</param>
/// <param name="What">
/// The operation's id in the OpenAPI document, such as <c>getCall</c>; <c>beginFeed</c> and <c>endFeed</c> for a session of the feed, and
/// <c>signIn</c> for a token that is used at this gateway for the first time, or refused.
/// </param>
/// <param name="Shown">The names of the personal fields that the answer held; empty where it held none.</param>
/// <param name="Allowed">Whether it was allowed.</param>
/// <param name="Query">A keyed digest of the words of a search, never the words; null where nothing was searched for.</param>
/// <param name="Times">How often it happened within a moment: refusals that are alike are one item; 1 or more.</param>
public sealed record AccessItem(
    DateTimeOffset At,
    string? Subject,
    string? Role,
    string? From,
    string? Thing,
    string What,
    IReadOnlyList<string> Shown,
    bool Allowed,
    string? Query,
    int Times);
