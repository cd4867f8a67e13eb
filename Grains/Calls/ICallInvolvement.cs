using Tocsin.Identity;

namespace Tocsin.Calls;

/// <summary>Which stations a call concerns. A call does not say it: who knows it asks for what hangs on the call.</summary>
internal interface ICallInvolvement
{
    /// <summary>Whether the call concerns the station now, so that it may read the call.</summary>
    Task<bool> ConcernAsync(CallId call, string station, DateTimeOffset now);
}
