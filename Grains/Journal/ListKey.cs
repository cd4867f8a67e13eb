using System.Security.Cryptography;
using System.Text;

namespace Tocsin.Journal;

/// <summary>The keys by which lists find a thing. The database makes the same of rows of before (<c>list_key</c>).</summary>
public static class ListKey
{
    /// <summary>The key of a value. A value that is too long with its sort stands as its digest.</summary>
    /// <param name="sort">What the value is, such as <c>station</c>.</param>
    /// <param name="value">The value; a word of the contract may be as long as a key.</param>
    public static string Of(string sort, string value) => sort.Length + 1 + value.Length <= JournalLimits.ListKeyMaxLength
        ? $"{sort}:{value}"
        : $"{sort}#{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(value)))}";
}
