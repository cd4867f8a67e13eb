using System.Text.Json;

namespace Tocsin.Text;

/// <summary>Members of enumerations as JSON writes them.</summary>
internal static class EnumNames
{
    /// <summary>The name of a member in camelCase.</summary>
    public static string NameOf<T>(T member)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(Enum.GetName(member)!);
}
