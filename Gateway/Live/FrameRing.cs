using Tocsin.Journal;

namespace Tocsin.Live;

/// <summary>The newest frames, limited in number and bytes. Not thread-safe: <see cref="BoardPicture"/> locks.</summary>
/// <param name="start">The position after which frames are kept.</param>
internal sealed class FrameRing(JournalPosition start)
{
    private readonly Frame[] _frames = new Frame[FeedLimits.FramesMax];
    private JournalPosition _reachesBackTo = start;
    private long _first;
    private long _end;
    private long _bytes;

    /// <summary>Adds a frame after all others.</summary>
    public void Add(Frame frame)
    {
        if (_end - _first == _frames.Length)
            Drop();
        _frames[_end++ % _frames.Length] = frame;
        _bytes += frame.Size;
        while (_bytes > FeedLimits.FrameBytesMax && _end - _first > 1)
            Drop();
    }

    /// <summary>Adds the frames after a position to <paramref name="into"/>, until they hold <paramref name="bytes"/>.</summary>
    /// <returns>False when frames after that position have been dropped.</returns>
    public bool After(JournalPosition after, int bytes, List<Frame> into)
    {
        if (after < _reachesBackTo)
            return false;
        for (var i = FirstAfter(after); i < _end && bytes > 0; i++)
        {
            var frame = _frames[i % _frames.Length];
            into.Add(frame);
            bytes -= frame.Size;
        }

        return true;
    }

    /// <summary>Lets go of all frames: a text in them was erased.</summary>
    /// <param name="position">The position of the newest event.</param>
    public void Forget(JournalPosition position)
    {
        while (_first < _end)
            Drop();
        _reachesBackTo = position;
    }

    private void Drop()
    {
        ref var oldest = ref _frames[_first++ % _frames.Length];
        _reachesBackTo = oldest.Event.Position;
        _bytes -= oldest.Size;
        oldest = null!;
    }

    private long FirstAfter(JournalPosition after)
    {
        var (low, high) = (_first, _end);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_frames[middle % _frames.Length].Event.Position > after)
                high = middle;
            else
                low = middle + 1;
        }

        return low;
    }
}
