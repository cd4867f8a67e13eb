using NpgsqlTypes;
using Tocsin.Journal.Writing;

namespace Tocsin.Journal.PostgreSql;

/// <summary>
/// The events of a batch, column by column. Each refers to its head, and to the event before it in its stream if that is in the batch.
/// </summary>
internal sealed class EventColumns(AppendColumns columns)
{
    private readonly List<int> _request = columns.Number();
    private readonly List<int> _head = columns.Number();
    private readonly List<int> _previous = columns.Number();
    private readonly List<string?> _stream = columns.Text();
    private readonly List<int> _version = columns.Number();
    private readonly List<string?> _kind = columns.Text();
    private readonly List<DateTime> _occurred = columns.Add<DateTime>(NpgsqlDbType.TimestampTz);
    private readonly List<string?> _actor = columns.Text();
    private readonly List<Guid> _command = columns.Add<Guid>(NpgsqlDbType.Uuid);
    private readonly List<string?> _before = columns.Text();
    private readonly List<string?> _after = columns.Text();
    private readonly List<int> _sum = columns.Number();

    /// <summary>How many there are.</summary>
    public int Count => _request.Count;

    /// <summary>Adds the events of a request whose heads begin at <paramref name="firstHead"/>.</summary>
    public void Add(int number, PreparedAppend append, int firstHead)
    {
        var request = append.Request;
        var offset = Count;
        for (var i = 0; i < append.Events.Count; i++)
        {
            var next = append.Events[i];
            _request.Add(number);
            _head.Add(firstHead + HeadOf(next, request));
            _previous.Add(PreviousOf(i, append) is var previous and >= 0 ? offset + previous + 1 : 0);
            _stream.Add(next.Stream.ToString());
            _version.Add(next.Version);
            _kind.Add(next.Kind);
            _occurred.Add(next.OccurredAt.UtcDateTime);
            _actor.Add(request.Actor.Subject);
            _command.Add(request.CommandId.Value);
            _before.Add(next.Head);
            _after.Add(next.Tail);
            _sum.Add(next.Sum);
        }
    }

    private static int HeadOf(in PreparedEvent next, AppendRequest request)
    {
        var i = 0;
        while (request.Heads[i].Stream != next.Stream)
            i++;
        return i;
    }

    private static int PreviousOf(int index, PreparedAppend append)
    {
        var stream = append.Events[index].Stream;
        do
            index--;
        while (index >= 0 && append.Events[index].Stream != stream);
        return index;
    }
}
