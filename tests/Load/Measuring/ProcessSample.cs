using System.Diagnostics;

namespace Tocsin.Tests.Load.Measuring;

/// <summary>What some processes of this machine use, taken together.</summary>
/// <param name="Alive">How many of them are there.</param>
/// <param name="Cpu">Processor time since they began.</param>
/// <param name="Resident">Memory in use, in bytes.</param>
public readonly record struct ProcessSample(int Alive, TimeSpan Cpu, long Resident)
{
    /// <summary>Takes a sample; a process that is gone counts nothing.</summary>
    public static ProcessSample Take(IEnumerable<int> pids)
    {
        ArgumentNullException.ThrowIfNull(pids);
        var sample = default(ProcessSample);
        foreach (var pid in pids)
        {
            try
            {
                using var process = Process.GetProcessById(pid);
                sample = new ProcessSample(
                    sample.Alive + 1, sample.Cpu + process.TotalProcessorTime, sample.Resident + process.WorkingSet64);
            }
            catch (Exception e) when (e is ArgumentException or InvalidOperationException)
            {
                // Gone.
            }
        }

        return sample;
    }
}
