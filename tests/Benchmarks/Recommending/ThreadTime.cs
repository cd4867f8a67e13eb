using System.Runtime.InteropServices;

namespace Tocsin.Tests.Benchmarks.Recommending;

/// <summary>
/// The processor time that this thread has had (Linux): what a piece of work costs, however many others share the machine.
/// </summary>
internal static class ThreadTime
{
    private const int ThreadClock = 3;

    /// <summary>Nanoseconds.</summary>
    public static long Now =>
        Read(ThreadClock, out var time) == 0
            ? (time.Seconds * 1_000_000_000) + time.Nanoseconds
            : throw new NotSupportedException("No clock of a thread's time.");

    [DllImport("libc", EntryPoint = "clock_gettime")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Read(int clock, out Time time);

    [StructLayout(LayoutKind.Sequential)]
    private struct Time
    {
        public long Seconds;
        public long Nanoseconds;
    }
}
