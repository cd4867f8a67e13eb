using Tocsin.Incidents;

namespace Tocsin.Examples;

/// <summary>The example of a party in the OpenAPI document: a person who is looked for.</summary>
internal static class PartyExamples
{
    /// <summary>The name.</summary>
    public const string Name = "Zhang San";

    /// <summary>The telephone number.</summary>
    public const string Phone = "03555550143";

    /// <summary>The number of an identity document.</summary>
    public const string IdNumber = "140423194001010012";

    /// <summary>The description.</summary>
    public const string Description = "About 80 years old, a blue jacket.";

    /// <summary>The party, as who may see the name is shown it.</summary>
    public static PartyView Party { get; } = new(
        1,
        PartyKind.Person,
        PartyRole.Missing,
        Name,
        Phone,
        IdNumber,
        null,
        null,
        Description,
        null,
        PartyStatus.Sought,
        null);
}
