using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Tocsin.Hosting;
using Tocsin.Journal.Sqlite;

namespace Tocsin.Secrets;

/// <summary>The key of development sign-in, in a file: one line of printable ASCII without blanks.</summary>
public static class DevKeyFile
{
    /// <summary>The key of configuration that names the file.</summary>
    public const string Key = "Tocsin:DevKeyFile";

    /// <summary>The file in the data folder of the embedded mode, where the configuration names none.</summary>
    public const string EmbeddedName = "dev.key";

    /// <summary>The fewest characters of a key.</summary>
    public const int MinLength = 16;

    /// <summary>The most characters of a key.</summary>
    public const int MaxLength = 200;

    // 256 bits.
    private const int RandomBytes = 32;

    /// <summary>Reads the file that the configuration names.</summary>
    /// <exception cref="MisconfigurationException">It cannot be read, or contains no key.</exception>
    public static string Read(string path)
    {
        string text;
        try
        {
            using var file = new StreamReader(path);
            var buffer = new char[MaxLength + 2];
            text = new string(buffer, 0, file.ReadBlock(buffer)).Trim();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new MisconfigurationException($"{Key}: '{path}' cannot be read: {e.Message}", e);
        }

        return text.Length is >= MinLength and <= MaxLength && text.All(c => c is > ' ' and <= '~')
            ? text
            : throw new MisconfigurationException(
                $"{Key}: '{path}' must contain one word of {MinLength} to {MaxLength} characters, as by 'openssl rand -hex 32'.");
    }

    /// <summary>Reads the embedded mode's own file, whose folder is claimed; makes it when there is none.</summary>
    /// <exception cref="MisconfigurationException">It cannot be read or made, or contains no key.</exception>
    public static string ReadOrMake(DataDirectory directory)
    {
        ArgumentNullException.ThrowIfNull(directory);
        var path = PathIn(directory.Path);
        if (!File.Exists(path))
            OwnerOnly.Write(path, Encoding.ASCII.GetBytes(Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(RandomBytes)) + '\n'));
        return Read(path);
    }

    /// <summary>The embedded mode's own file in a folder.</summary>
    public static string PathIn(string directory) => Path.Combine(directory, EmbeddedName);
}
