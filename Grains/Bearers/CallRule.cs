using System.Collections.Concurrent;
using System.Reflection;
using Orleans.Serialization.Invocation;
using Tocsin.Commands;

namespace Tocsin.Bearers;

/// <summary>What a method asks of a gateway that calls it. Whatever says nothing is for silos only.</summary>
/// <param name="Kind">What it asks.</param>
/// <param name="Person">The argument that names the person, where one does.</param>
/// <param name="Roles">The roles that may; empty: all.</param>
internal sealed record CallRule(CallKind Kind, int Person = -1, IReadOnlyList<string>? Roles = null)
{
    // A client asks for the list of grains, and cancels calls of its own. A timer calls its grain with a message that passes no outgoing
    // filter; nobody can send that from outside.
    private static readonly string[] OfOrleans =
    [
        "Orleans.Runtime.IClusterManifestSystemTarget",
        "Orleans.Runtime.IGrainCallCancellationExtension",
        "Orleans.Runtime.ICancellationSourcesExtension",
        "Orleans.Runtime.IGrainTimerInvoker",
    ];

    // Orleans makes a class for the calls of each method.
    private static readonly ConcurrentDictionary<Type, CallRule> Known = new();

    /// <summary>The rule of a call.</summary>
    public static CallRule Of(IInvokable call) =>
        Known.TryGetValue(call.GetType(), out var rule)
            ? rule
            : Known.GetOrAdd(call.GetType(), Of(call.GetInterfaceType(), call.GetMethod()));

    /// <summary>The rule of a method.</summary>
    public static CallRule Of(Type type, MethodInfo method)
    {
        if (type.Assembly != typeof(Actor).Assembly)
            return new CallRule(OfOrleans.Contains(type.FullName) ? CallKind.OfOrleans : CallKind.ForSilos);
        var person = Array.FindIndex(
            method.GetParameters(), p => p.ParameterType == typeof(Actor) || p.ParameterType == typeof(CommandContext));
        if (person >= 0)
            return new CallRule(CallKind.Named, person);
        // What the method says counts before what its interface says.
        return Said(method) ?? Said(type) ?? new CallRule(CallKind.ForSilos);
    }

    /// <summary>What is wrong with a call that a person of this token makes; null: nothing.</summary>
    public BearerFault? FaultOf(TokenClaims claims, IInvokable call) => Kind switch
    {
        CallKind.Named => ActorOf(call) is { } actor && claims.MayActAs(actor) ? null : BearerFault.AnotherPerson,
        CallKind.SignedIn => Roles is null or [] || Roles.Any(claims.Roles.Contains) ? null : BearerFault.AnotherPerson,
        _ => null,
    };

    private static CallRule? Said(MemberInfo member) =>
        member.GetCustomAttribute<SignedInAttribute>() is { } signedIn ? new CallRule(CallKind.SignedIn, Roles: signedIn.Roles)
        : member.IsDefined(typeof(ForGatewaysAttribute)) ? new CallRule(CallKind.ForGateways)
        : null;

    private Actor? ActorOf(IInvokable call) => call.GetArgument(Person) switch
    {
        Actor actor => actor,
        CommandContext context => context.Actor,
        _ => null,
    };
}
