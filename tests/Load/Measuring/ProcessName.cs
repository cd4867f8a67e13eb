namespace Tocsin.Tests.Load.Measuring;

/// <summary>
/// What a process of this machine is called, as its command line says: <c>dotnet Tocsin.Silo.dll</c> is <c>Tocsin.Silo</c>.
/// </summary>
public static class ProcessName
{
    /// <summary>The name of <paramref name="pid"/>; its number where it has none.</summary>
    public static string Of(int pid)
    {
        try
        {
            var words = File.ReadAllText($"/proc/{pid}/cmdline").Split('\0', StringSplitOptions.RemoveEmptyEntries);
            var program = words.FirstOrDefault(w => w.EndsWith(".dll", StringComparison.Ordinal)) ?? words.FirstOrDefault() ?? "";
            return Path.GetFileNameWithoutExtension(program.Split(' ')[0]) is { Length: > 0 } name ? name : $"{pid}";
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return $"{pid}";
        }
    }
}
