namespace Tocsin.Tests.Benchmarks.Hot;

/// <summary>
/// The runtime samples every managed thread, also those that sleep. One whose innermost method is one of these waits for something; any
/// other that is outside managed code is in the kernel or in a native library on our behalf, and counts.
/// </summary>
internal static class Waiting
{
    private static readonly string[] Callers =
    [
        "System.Threading.WaitHandle.", "System.Threading.Monitor.Wait", "System.Threading.Thread.Sleep", "System.Threading.Thread.Join",
        "System.Threading.LowLevelLifoSemaphore.Wait", "System.Threading.PortableThreadPool+WorkerThread.WorkerThreadStart",
        "System.Threading.LowLevelMonitor.", "System.Threading.PortableThreadPool+GateThread", "System.Threading.ManualResetEventSlim.Wait",
        "System.Threading.SemaphoreSlim.Wait", "System.Threading.TimerQueue.TimerThread", "System.Threading.Lock.",
        "System.Threading.WaitSubsystem",
        "System.Net.Sockets.SocketAsyncEngine.EventLoop", "Interop+Sys.WaitForSocketEvents", "Interop+Sys.Poll",
        "System.IO.FileSystemWatcher+RunningInstance.TryReadEvent", "Interop+Sys.ReadEvents",
    ];

    /// <summary>Whether the innermost managed method of a sample waits.</summary>
    public static bool Is(string method) => Callers.Any(c => method.StartsWith(c, StringComparison.Ordinal));
}
