using System.Text.Json;

namespace Tocsin.Bodies;

/// <summary>Makes lists of words out of enumerations, as the contract writes them.</summary>
internal static class Words
{
    /// <summary>All members, or only those given.</summary>
    public static WordKind<T> Of<T>(params T[] members)
        where T : struct, Enum => new([.. (members.Length > 0 ? members : Enum.GetValues<T>()).Select(m => (NameOf(m), m))]);

    /// <summary>A member as the contract writes it.</summary>
    public static string NameOf<T>(T member)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(Enum.GetName(member)!);
}
