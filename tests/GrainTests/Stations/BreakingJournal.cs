using System.Reflection;
using Tocsin.Journal;

namespace Tocsin.Tests.GrainTests.Stations;

/// <summary>A journal that fails once, after some appends: as if the process had died between two of them.</summary>
public sealed class BreakingJournal
{
    private int _left = -1;

    public BreakingJournal()
    {
        Proxy = DispatchProxy.Create<IJournal, Dispatching>();
        ((Dispatching)(object)Proxy).Owner = this;
    }

    public IJournal Proxy { get; }

    public IJournal Inner { get; set; } = null!;

    /// <summary>How many appends still succeed before one fails; it fails once.</summary>
    public int BreakAfter
    {
        set => Volatile.Write(ref _left, value);
    }

    private bool Breaks => Volatile.Read(ref _left) >= 0 && Interlocked.Decrement(ref _left) < 0;

    /// <summary>Hands every call on.</summary>
    public class Dispatching : DispatchProxy
    {
        internal BreakingJournal Owner { get; set; } = null!;

        /// <inheritdoc/>
        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
        {
            if (targetMethod!.Name == nameof(IJournal.AppendAsync) && Owner.Breaks)
                return new ValueTask<AppendResult>(Task.FromException<AppendResult>(new JournalUnavailableException("It broke.")));
            return targetMethod.Invoke(Owner.Inner, args);
        }
    }
}
