using System.Text.RegularExpressions;

namespace Tocsin.Tests.Benchmarks.Hot;

/// <summary>The runtime's names as people write them.</summary>
internal static partial class TypeName
{
    private const int Longest = 180;

    /// <summary>Without assemblies, versions, signatures and the compiler's ornaments.</summary>
    public static string Short(string name)
    {
        var plain = Assembly().Replace(name, "");
        var signature = plain.IndexOf('(', StringComparison.Ordinal);
        plain = signature > 0 ? plain[..signature] : plain;
        plain = Arity()
            .Replace(plain, "")
            .Replace("System.__Canon", "_", StringComparison.Ordinal)
            .Replace("value class ", "", StringComparison.Ordinal)
            .Replace("class ", "", StringComparison.Ordinal);
        return plain.Length > Longest ? plain[..Longest] + "…" : plain;
    }

    [GeneratedRegex(@", [\w.]+, Version=[\d.]+, Culture=\w+, PublicKeyToken=\w+|\[[\w.]+\](?=\w)")]
    private static partial Regex Assembly();

    [GeneratedRegex(@"`\d+")]
    private static partial Regex Arity();
}
