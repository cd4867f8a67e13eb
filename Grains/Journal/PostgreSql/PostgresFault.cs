using System.Text;
using Npgsql;
using Tocsin.Journal.Damage;

namespace Tocsin.Journal.PostgreSql;

/// <summary>What an exception of the driver means for a batch.</summary>
internal enum PostgresFault
{
    /// <summary>A fault of ours.</summary>
    Other,

    /// <summary>The server refused what stands in the batch; nothing was written.</summary>
    Rejected,

    /// <summary>The server cannot write now and has written nothing.</summary>
    Unable,

    /// <summary>The server says that a page or an index is damaged; nothing was written.</summary>
    Damaged,

    /// <summary>There was no answer: the batch may or may not have been written.</summary>
    Lost,
}

/// <summary>Tells the faults apart.</summary>
internal static class PostgresFaults
{
    /// <summary>What it means.</summary>
    public static PostgresFault Of(Exception exception) => exception switch
    {
        PostgresException e => OfState(e.SqlState),
        NpgsqlException
            or OperationCanceledException
            or TimeoutException
            or IOException
            or System.Net.Sockets.SocketException
            or ObjectDisposedException => PostgresFault.Lost,
        EncoderFallbackException => PostgresFault.Rejected,
        _ => PostgresFault.Other,
    };

    /// <summary>Whether the database is the cause.</summary>
    public static bool IsOfDatabase(Exception exception) =>
        Of(exception) is PostgresFault.Unable or PostgresFault.Damaged or PostgresFault.Lost;

    /// <summary>The driver's exception as our callers know it; anything else as it is.</summary>
    public static Exception Translate(Exception exception) => Of(exception) switch
    {
        PostgresFault.Damaged => DamagedException.OfFile(exception),
        PostgresFault.Unable or PostgresFault.Lost => new JournalUnavailableException("The journal's database did not answer.", exception),
        _ => exception,
    };

    /// <summary>
    /// By class: 08 connection, 57 operator intervention (a cancelled statement may have committed before), 25, 40, 53, 55, 58, XX: may
    /// work later.
    /// </summary>
    private static PostgresFault OfState(string state) => state switch
    {
        PostgresErrorCodes.DataCorrupted or PostgresErrorCodes.IndexCorrupted => PostgresFault.Damaged,
        ['0', '8', ..] or ['5', '7', ..] => PostgresFault.Lost,
        ['2', '5', ..] or ['4', '0', ..] or ['5', '3' or '5' or '8', ..] or ['X', 'X', ..] => PostgresFault.Unable,
        _ => PostgresFault.Rejected,
    };
}
