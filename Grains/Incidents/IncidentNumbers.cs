using System.Globalization;
using Microsoft.Extensions.Options;
using Tocsin.Journal;
using Tocsin.Settings;

namespace Tocsin.Incidents;

/// <summary>
/// This silo's stock of incident numbers: <c>YYMMDD-NNNN</c>, the day in <c>Tocsin:TimeZone</c>. Taken in blocks, so that no row is hot;
/// the next block is fetched when half of one is gone, so that nobody waits for it. Gaps occur (a block's rest dies with its silo); the
/// number is unique all the same, because the creating append writes it to a unique column.
/// </summary>
internal sealed class IncidentNumbers(IGrainFactory grains, IOptions<DispatchOptions> options, TimeProvider time)
{
    /// <summary>How many numbers a silo takes at a time.</summary>
    public const int BlockSize = 50;

    private readonly Lock _lock = new();
    private Block? _current;
    private Block? _next;
    private Task? _fetching;

    /// <summary>A number that no other incident was given.</summary>
    public async ValueTask<string> NextAsync()
    {
        while (true)
        {
            var day = Today();
            Task fetching;
            lock (_lock)
            {
                if (_current?.Left(day) is not > 0)
                    (_current, _next) = (_next, null);
                if (_current is { } block && block.Left(day) > 0)
                {
                    if (_next is null && block.Left(day) <= BlockSize / 2)
                        Fetch(day).Ignore();
                    return block.Take();
                }

                fetching = Fetch(day);
            }

            await fetching;
        }
    }

    /// <summary>
    /// Throws away the rest of the block that a number came from, which somebody else has: after a restore whole blocks are known to the
    /// journal that grain storage has forgotten, or knows to be a silo's that went on through it.
    /// </summary>
    public void Discard(string number)
    {
        lock (_lock)
        {
            if (_current?.Holds(number) is true)
                (_current, _next) = (_next, null);
        }
    }

    private string Today() =>
        TimeZoneInfo.ConvertTime(time.GetUtcNow(), options.Value.TimeZone).ToString("yyMMdd", CultureInfo.InvariantCulture);

    private Task Fetch(string day)
    {
        if (_fetching is { IsCompleted: false } underWay)
            return underWay;
        return _fetching = FetchAsync();

        async Task FetchAsync()
        {
            await Task.Yield();
            int first;
            try
            {
                first = await grains.GetGrain<INumberBlockGrain>(day).Take(BlockSize);
            }
            catch (Exception exception) when (exception is not OutOfMemoryException)
            {
                // Its storage is away, or its silo: to the caller that is the same as a journal that is away, and as passing.
                throw new JournalUnavailableException("No incident number can be had now.", exception);
            }

            lock (_lock)
                _next = new Block(day, first);
        }
    }

    private sealed class Block(string day, int first)
    {
        private int _taken;

        public int Left(string today) => day == today ? BlockSize - _taken : 0;

        public string Take() => Text(_taken++);

        public bool Holds(string number) => Enumerable.Range(0, BlockSize).Any(n => Text(n) == number);

        private string Text(int n) => string.Create(CultureInfo.InvariantCulture, $"{day}-{first + n:0000}");
    }
}
