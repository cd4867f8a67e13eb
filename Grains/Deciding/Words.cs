using System.Text.Json;

namespace Tocsin.Deciding;

/// <summary>The words of a list as the contract writes them.</summary>
internal static class Words
{
    /// <summary>The word of a value: <c>enRoute</c>.</summary>
    public static string Of<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
