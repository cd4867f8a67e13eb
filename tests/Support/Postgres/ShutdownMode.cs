namespace Tocsin.Tests.Support.Postgres;

/// <summary>How a PostgreSQL is stopped, as <c>pg_ctl -m</c> names it.</summary>
public enum ShutdownMode
{
    /// <summary>Connections are cut, the data written.</summary>
    Fast,

    /// <summary>Everything is dropped; it recovers from its log when it is started again.</summary>
    Immediate,
}
