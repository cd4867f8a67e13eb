using System.Text.Json;

namespace Tocsin.Auditing.Checks;

/// <summary>The members in which two records differ. Names only, since the values may be personal.</summary>
internal static class Differences
{
    /// <summary>The names, in camelCase.</summary>
    public static IEnumerable<string> Of<T>(T one, T other)
        where T : notnull => typeof(T).GetProperties()
        .Where(p => p.GetIndexParameters().Length == 0 && !Equals(p.GetValue(one), p.GetValue(other)))
        .Select(p => JsonNamingPolicy.CamelCase.ConvertName(p.Name));
}
