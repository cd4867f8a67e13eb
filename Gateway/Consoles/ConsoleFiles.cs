using System.Collections.Frozen;
using System.Security.Cryptography;
using Microsoft.Net.Http.Headers;

namespace Tocsin.Consoles;

/// <summary>The built console, read into memory once: a few megabytes that never change while the gateway runs.</summary>
internal sealed class ConsoleFiles
{
    /// <summary>The folder beside the program that the build puts it in.</summary>
    public const string Folder = "console";

    // Vite puts a hash of the content into the names of files in this folder.
    private const string Hashed = "/assets/";

    private static readonly FrozenDictionary<string, string> Types = new Dictionary<string, string>
    {
        [".html"] = "text/html; charset=utf-8",
        [".js"] = "text/javascript; charset=utf-8",
        [".css"] = "text/css; charset=utf-8",
        [".json"] = "application/json; charset=utf-8",
        [".webmanifest"] = "application/manifest+json; charset=utf-8",
        [".svg"] = "image/svg+xml",
        [".png"] = "image/png",
        [".woff2"] = "font/woff2",
    }.ToFrozenDictionary();

    private readonly FrozenDictionary<string, ConsoleFile> _files;

    private ConsoleFiles(Dictionary<string, ConsoleFile> files) => _files = files.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Reads them; there are none when the gateway was built without the console.</summary>
    public static ConsoleFiles Read(string directory)
    {
        var files = new Dictionary<string, ConsoleFile>(StringComparer.Ordinal);
        var root = new DirectoryInfo(directory);
        foreach (var file in root.Exists ? root.EnumerateFiles("*", SearchOption.AllDirectories) : [])
            if (Types.TryGetValue(file.Extension, out var type))
                files.Add("/" + Path.GetRelativePath(directory, file.FullName).Replace('\\', '/'), Load(file, type));
        return new ConsoleFiles(files);
    }

    /// <summary>
    /// The file of a path, else the page of the app for it: the unit's page below <c>/unit</c>, else the console's. Null: there is none, as
    /// for an asset that does not exist.
    /// </summary>
    public ConsoleFile? Find(PathString path)
    {
        if (_files.TryGetValue(path.Value ?? "/", out var file))
            return file;
        if (path.StartsWithSegments("/assets", StringComparison.Ordinal))
            return null;
        return path.StartsWithSegments("/unit", StringComparison.Ordinal) && _files.TryGetValue("/unit.html", out var unit)
            ? unit
            : _files.GetValueOrDefault("/index.html");
    }

    private static ConsoleFile Load(FileInfo file, string type)
    {
        var plain = File.ReadAllBytes(file.FullName);
        return new ConsoleFile(
            type,
            file.FullName.Replace('\\', '/').Contains($"/{Folder}{Hashed}", StringComparison.Ordinal),
            new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(plain).AsSpan(0, 16))}\""),
            plain,
            Compressed(file.FullName + ".br"),
            Compressed(file.FullName + ".gz"));
    }

    private static byte[]? Compressed(string path) => File.Exists(path) ? File.ReadAllBytes(path) : null;
}
