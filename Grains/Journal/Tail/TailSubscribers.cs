using System.Collections.Immutable;

namespace Tocsin.Journal.Tail;

/// <summary>
/// The subscribers of the tail for one type of page. If one throws, the others still get the page, and that one is told to reload.
/// Thread-safe.
/// </summary>
/// <typeparam name="T">The page.</typeparam>
internal sealed class TailSubscribers<T>
{
    private ImmutableList<Subscriber> _all = [];

    /// <summary>Whether there is none.</summary>
    public bool IsEmpty => _all.IsEmpty;

    /// <summary>Adds one.</summary>
    /// <param name="observer">Takes a page; it must not block.</param>
    /// <param name="reload">Is called after the observer threw.</param>
    /// <returns>Ends the subscription when disposed of.</returns>
    public IDisposable Add(Action<T> observer, Action reload)
    {
        var subscriber = new Subscriber(observer, reload);
        ImmutableInterlocked.Update(ref _all, static (all, one) => all.Add(one), subscriber);
        return new Subscription(() => ImmutableInterlocked.Update(ref _all, static (all, one) => all.Remove(one), subscriber));
    }

    /// <summary>The subscribers as they are now: one that comes later is not among them.</summary>
    public Present Now() => new(_all);

    /// <summary>The subscribers of a moment.</summary>
    public readonly struct Present
    {
        private readonly ImmutableList<Subscriber> _all;

        internal Present(ImmutableList<Subscriber> all) => _all = all;

        /// <summary>Hands them a page, in the order in which they came.</summary>
        /// <param name="page">The page.</param>
        /// <param name="failed">Gets the exception of one that throws, before that one is told to reload.</param>
        public void Hand(T page, Action<Exception> failed)
        {
            foreach (var subscriber in _all)
            {
                try
                {
                    subscriber.Observer(page);
                }
                catch (Exception exception) when (exception is not OutOfMemoryException)
                {
                    failed(exception);
                    subscriber.Reload();
                }
            }
        }
    }

    internal sealed record Subscriber(Action<T> Observer, Action Reload);
}
