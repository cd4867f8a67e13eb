namespace Tocsin.Tests.Load.Replay;

/// <summary>Where a replay says how far it is.</summary>
public interface IReplayProgress
{
    /// <summary>A part of the work begins: <paramref name="what"/>, so many things.</summary>
    void Begin(string what, int count);

    /// <summary>One more is done; <paramref name="carried"/> is false for one that was refused or could not be sent.</summary>
    void One(bool carried);
}
