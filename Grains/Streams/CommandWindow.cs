using Tocsin.Identity;

namespace Tocsin.Streams;

/// <summary>
/// The last commands that wrote to a stream, as far as an activation has seen them: so that a command without a key, of which a second try
/// was carried out elsewhere while the first was on its way, is not carried out twice. What came later than was seen, the append's
/// comparison of versions finds.
/// </summary>
internal sealed class CommandWindow
{
    /// <summary>How many it holds: more than a stream takes in the 8 s for which a command may have two tries.</summary>
    public const int Most = 128;

    private CommandId[] _ids = new CommandId[4];
    private int _count;
    private int _next;

    /// <summary>Adds one; of those that follow one another, once.</summary>
    public void Add(CommandId command)
    {
        if (_count > 0 && _ids[(_next + _ids.Length - 1) % _ids.Length] == command)
            return;
        if (_count == _ids.Length && _count < Most)
        {
            Array.Resize(ref _ids, _count * 2);
            _next = _count;
        }

        _ids[_next] = command;
        _next = (_next + 1) % _ids.Length;
        _count = Math.Min(_count + 1, _ids.Length);
    }

    /// <summary>Whether it is one of them.</summary>
    public bool Contains(CommandId command) => _ids.AsSpan(0, _count).Contains(command);

    /// <summary>Forgets all.</summary>
    public void Clear() => (_count, _next) = (0, 0);
}
