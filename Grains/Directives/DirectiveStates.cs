using Tocsin.Deciding;

namespace Tocsin.Directives;

/// <summary>Finds the states of directives among those that a decision may look at.</summary>
public static class DirectiveStates
{
    extension(StateSet states)
    {
        /// <summary>A directive's state; version 0 when there is no such directive.</summary>
        public DirectiveState Directive(DirectiveId id) => (DirectiveState)states.All[id.Stream];
    }
}
