namespace Tocsin.Recording;

/// <summary>Something that belongs into the access log, as it happens.</summary>
/// <param name="What">The operation, or another word of <see cref="AccessWords"/>.</param>
/// <param name="Subject">The token's <c>sub</c>; null where nobody is signed in.</param>
/// <param name="Role">The role that is used; null where nobody is signed in.</param>
/// <param name="From">The address that the request came from; null where it is not known.</param>
/// <param name="Thing">The thing, <c>call/ID</c>; null where it is no single thing.</param>
/// <param name="Fields">The personal fields that are shown; see <see cref="PersonalFields"/>.</param>
/// <param name="Allowed">Whether it is allowed.</param>
/// <param name="Search">The words that are searched for; they leave this process only as a digest.</param>
internal readonly record struct AccessNote(
    string What,
    string? Subject,
    string? Role,
    string? From,
    string? Thing = null,
    uint Fields = 0,
    bool Allowed = true,
    string? Search = null);
