namespace Tocsin.Tests.Simulation;

/// <summary>Where code runs: once it is dead, nothing that was begun there goes on.</summary>
internal sealed class SiloContext(Scheduler scheduler) : SynchronizationContext
{
    public bool Alive { get; set; } = true;

    public override void Post(SendOrPostCallback d, object? state) => scheduler.Post(this, () => d(state));

    public override void Send(SendOrPostCallback d, object? state) => throw new NotSupportedException();

    public override SynchronizationContext CreateCopy() => this;

    /// <summary>A pause of the simulated time.</summary>
    public Task Delay(TimeSpan pause)
    {
        var over = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        scheduler.After(pause, this, over.SetResult);
        return over.Task;
    }
}
