namespace Tocsin.Settings;

/// <summary>The two ways to run, <c>Tocsin:Mode</c>. The default value is <see cref="Embedded"/>.</summary>
public enum RunMode
{
    /// <summary>Gateway and one silo in one process, SQLite files in a folder.</summary>
    Embedded,

    /// <summary>Silos and gateways as processes of their own, PostgreSQL between them.</summary>
    Cluster,
}
