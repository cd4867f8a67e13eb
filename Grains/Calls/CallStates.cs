using Tocsin.Deciding;
using Tocsin.Identity;

namespace Tocsin.Calls;

/// <summary>Finds the states of calls among those that a decision may look at.</summary>
public static class CallStates
{
    extension(StateSet states)
    {
        /// <summary>A call's state; version 0 when there is no such call.</summary>
        public CallState Call(CallId id) => (CallState)states.All[id.Stream];
    }
}
