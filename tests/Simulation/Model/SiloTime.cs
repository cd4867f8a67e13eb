namespace Tocsin.Tests.Simulation;

/// <summary>A silo's clock: the true time, and how far it is off. Its timers end with the silo.</summary>
internal sealed class SiloTime(Scheduler scheduler, SiloContext where, TimeSpan offset) : TimeProvider
{
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => scheduler.Now + offset;

    public override long GetTimestamp() => scheduler.Now.UtcTicks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new ModelTimer(scheduler, where, () => callback(state));
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>A timer that rings once each time it is set.</summary>
    public sealed class ModelTimer(Scheduler scheduler, SiloContext where, Action ring) : ITimer, IGrainTimer
    {
        private int _setting;

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            var setting = ++_setting;
            if (dueTime >= TimeSpan.Zero)
            {
                scheduler.After(dueTime, where, () =>
                {
                    if (setting == _setting)
                        ring();
                });
            }

            return true;
        }

        void IGrainTimer.Change(TimeSpan dueTime, TimeSpan period) => Change(dueTime, period);

        public void Dispose() => _setting++;

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
