using System.Collections.Frozen;
using System.Text.Json;

namespace Tocsin.Json;

/// <summary>The members of enumerations as the contract writes them.</summary>
public static class EnumWords
{
    /// <summary>The name of a member in camelCase, e.g. <c>enRoute</c>.</summary>
    /// <typeparam name="T">The enumeration.</typeparam>
    /// <param name="member">A member of the enumeration.</param>
    public static string Of<T>(T member)
        where T : struct, Enum => Known<T>.Words.TryGetValue(member, out var word) ? word : Word(member);

    private static string Word<T>(T member)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(member.ToString());

    private static class Known<T>
        where T : struct, Enum
    {
        public static readonly FrozenDictionary<T, string> Words = Enum.GetValues<T>().Distinct().ToFrozenDictionary(m => m, Word);
    }
}
