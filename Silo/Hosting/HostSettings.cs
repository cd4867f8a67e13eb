namespace Tocsin.Hosting;

/// <summary>Settings of the host of every process of Tocsin.</summary>
public static class HostSettings
{
    /// <summary>
    /// On every command line: settings are read once, at the start. Watching their files would mean watching the whole folder that they are
    /// in, with a thread that hears of whatever happens there.
    /// </summary>
    public const string NothingIsReloaded = "--hostBuilder:reloadConfigOnChange=false";
}
