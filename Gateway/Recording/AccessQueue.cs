using System.Globalization;
using Tocsin.Access;

namespace Tocsin.Recording;

/// <summary>
/// The items that are numbered and not written yet, in order: those of a process that had the folder before come first. Only its
/// oldest time may be read by other threads.
/// </summary>
/// <param name="file">Where they are put on the disk; null: nowhere.</param>
internal sealed class AccessQueue(WaitingFile? file) : IDisposable
{
    private readonly string _source = Guid.NewGuid().ToString("N", CultureInfo.InvariantCulture);
    private readonly Queue<WaitingItem> _items = new();
    private long _number;
    private long _oldest;

    // How many of the first items are in the file, and how many lines of the file are written already.
    private int _saved;
    private int _stale;

    /// <summary>When the first item happened; null: there is none.</summary>
    public DateTimeOffset? OldestAt => Volatile.Read(ref _oldest) is not 0 and var ticks ? new DateTimeOffset(ticks, TimeSpan.Zero) : null;

    /// <summary>Takes over what is in the file.</summary>
    /// <returns>How many items, and how many lines that could not be read.</returns>
    public (int Items, int Unreadable) Load()
    {
        var (items, unreadable) = file?.Read() ?? ([], 0);
        foreach (var item in items)
            _items.Enqueue(item);
        (_saved, _stale) = (items.Count, unreadable);
        NoteOldest();
        return (items.Count, unreadable);
    }

    /// <summary>Adds an item at the end.</summary>
    public void Add(DateTimeOffset at, string? subject, string? thing, string line)
    {
        _items.Enqueue(new WaitingItem(_source, new AccessEntry(++_number, at, subject, thing, line)));
        NoteOldest();
    }

    /// <summary>The first items of one source; null: there is none.</summary>
    public AccessBatch? Next()
    {
        if (!_items.TryPeek(out var first))
            return null;
        return new AccessBatch(
            first.Source,
            [.. _items.TakeWhile(i => i.Source == first.Source).Take(AccessBatch.EntriesMax).Select(i => i.Entry)]);
    }

    /// <summary>The first items are written.</summary>
    public void Written(int items)
    {
        for (var i = 0; i < items; i++)
            _items.Dequeue();
        var stale = Math.Min(items, _saved);
        _saved -= stale;
        _stale += stale;
        NoteOldest();
    }

    /// <summary>Brings the file up to what waits.</summary>
    /// <param name="onlyWhatIsSaved">Only takes out of the file what is written by now.</param>
    /// <exception cref="IOException">The disk is full or broken.</exception>
    public void Save(bool onlyWhatIsSaved)
    {
        if (file is null)
            return;
        if (_stale > 0)
            file.Replace([.. onlyWhatIsSaved ? _items.Take(_saved) : _items]);
        else if (!onlyWhatIsSaved && _saved < _items.Count)
            file.Add(_items.Skip(_saved));
        _stale = 0;
        if (!onlyWhatIsSaved)
            _saved = _items.Count;
    }

    /// <inheritdoc/>
    public void Dispose() => file?.Dispose();

    private void NoteOldest() => Volatile.Write(ref _oldest, _items.TryPeek(out var first) ? first.Entry.At.UtcTicks : 0);
}
