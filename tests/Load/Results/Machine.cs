using System.Runtime.InteropServices;

namespace Tocsin.Tests.Load.Results;

/// <summary>Where a run was made: without it a figure says nothing.</summary>
/// <param name="Processor">Its model.</param>
/// <param name="Processors">How many.</param>
/// <param name="MemoryBytes">How much this program may use.</param>
/// <param name="System">The operating system.</param>
/// <param name="Runtime">.NET.</param>
public sealed record Machine(string Processor, int Processors, long MemoryBytes, string System, string Runtime)
{
    /// <summary>This one.</summary>
    public static Machine This() => new(
        Model(),
        Environment.ProcessorCount,
        GC.GetGCMemoryInfo().TotalAvailableMemoryBytes,
        RuntimeInformation.OSDescription,
        RuntimeInformation.FrameworkDescription);

    private static string Model()
    {
        const string File = "/proc/cpuinfo", Name = "model name";
        try
        {
            return global::System.IO.File
                .ReadLines(File)
                .FirstOrDefault(l => l.StartsWith(Name, StringComparison.Ordinal))
                ?.Split(':', 2)[1]
                .Trim()
                ?? RuntimeInformation.ProcessArchitecture.ToString();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return RuntimeInformation.ProcessArchitecture.ToString();
        }
    }
}
