namespace Tocsin.Journal;

/// <summary>
/// What the centre has chosen for the time in which no synchronous standby is there, <c>Tocsin:Standby</c>. The database's manager carries
/// it out; Tocsin watches and tells whether the promise is kept. The default value is <see cref="None"/>.
/// </summary>
public enum StandbyChoice
{
    /// <summary>No standby is promised: what is acknowledged is on the disk of one machine.</summary>
    None,

    /// <summary>The room goes on: commands are acknowledged on the primary alone, until a standby is back.</summary>
    GoOn,

    /// <summary>The promise is kept: commands are answered 503 until a standby is back.</summary>
    Wait,
}
