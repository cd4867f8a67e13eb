using System.Security.Cryptography;
using System.Text;
using Tocsin.Tests.Support.Processes;

namespace Tocsin.Tests.Faults.Versions;

/// <summary>
/// A build that is newer than this one: the product's sources as they are in this checkout, the files of <c>tests/Faults/Newer/Files</c>,
/// and <see cref="NewerEdits"/> in the files that more than one feature shares.
/// </summary>
internal static class NewerBuild
{
    private const string Overlay = "tests/Faults/Newer/Files/";
    private const string Edits = "tests/Faults/Versions/NewerEdits.cs";
    private const string Console = "Gateway/Console/";

    private static readonly string[] Product =
        ["Grains.Interfaces", "Grains", "Silo", "Gateway", "Directory.*", "global.json", ".editorconfig"];

    /// <summary>Builds it, unless a build of the same sources is there.</summary>
    /// <exception cref="InvalidOperationException">The overlay does not fit the product any more: see tests/Faults/README.md.</exception>
    public static async Task<ServerBuild> MakeAsync()
    {
        var files = (await FilesAsync(Product))
            .Where(f => !f.StartsWith(Console, StringComparison.Ordinal) || f.EndsWith(".targets", StringComparison.Ordinal))
            .Select(f => (From: f, To: f))
            .Concat((await FilesAsync([Overlay])).Select(f => (From: f, To: f[Overlay.Length..])))
            .ToList();
        return await ProductBuilder.MakeAsync(
            "newer-" + await DigestAsync(files.Select(f => f.From).Append(Edits)),
            "newer",
            folder => BringAsync(files, folder),
            _ => Task.CompletedTask);
    }

    // What is tracked, and what is new and not ignored: the working tree, as it was built.
    private static async Task<IReadOnlyList<string>> FilesAsync(string[] under)
    {
        var listed = await ProductBuilder.RunAsync(
            "git", ["-C", Checkout.Root, "ls-files", "--cached", "--others", "--exclude-standard", "--", .. under]);
        return [.. listed.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(f => File.Exists(Path.Combine(Checkout.Root, f)))];
    }

    private static async Task<string> DigestAsync(IEnumerable<string> files)
    {
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in files)
        {
            digest.AppendData(Encoding.UTF8.GetBytes(file));
            digest.AppendData(await File.ReadAllBytesAsync(Path.Combine(Checkout.Root, file)));
        }

        return Convert.ToHexStringLower(digest.GetHashAndReset())[..16];
    }

    private static async Task BringAsync(IReadOnlyList<(string From, string To)> files, string folder)
    {
        foreach (var (from, to) in files)
        {
            var copy = Path.Combine(folder, to);
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(Path.Combine(Checkout.Root, from), copy);
        }

        await NewerEdits.ApplyAsync(folder);
    }
}
