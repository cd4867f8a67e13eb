using System.Buffers;
using System.Collections.Immutable;
using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Serialization;
using Orleans.Serialization.Buffers;
using Orleans.Serialization.Session;
using Tocsin.Incidents;

namespace Tocsin.Tests.Rules.Versions;

/// <summary>
/// What a process of an earlier version hands over lacks the members that came later: each then has its default, and is not null, or an
/// array that throws when it is looked at.
/// </summary>
public class AbsentMembersTests
{
    private static readonly ServiceProvider Services = new ServiceCollection()
        .AddSerializer(serializer => serializer.AddAssembly(typeof(IncidentState).Assembly).AddAssembly(typeof(IncidentView).Assembly))
        .BuildServiceProvider();

    public static TheoryData<Type> Types =>
    [
        .. new[] { typeof(IncidentState).Assembly, typeof(IncidentView).Assembly }
            .SelectMany(a => a.GetTypes())
            .Where(t => t is { IsClass: true, IsAbstract: false, ContainsGenericParameters: false })
            .Where(t => t.IsDefined(typeof(GenerateSerializerAttribute), inherit: false)),
    ];

    [Theory]
    [MemberData(nameof(Types))]
    public void A_member_that_is_absent_has_its_default(Type type)
    {
        var later = Later(type).ToList();
        if (later.Count == 0)
            return;
        var read = Read(type);
        Assert.All(later, property => Assert.True(IsThere(property.GetValue(read)), $"{type.Name}.{property.Name}"));
    }

    // Whether what is handed over is a member of the constructor, every version has it.
    private static IEnumerable<PropertyInfo> Later(Type type)
    {
        var nullability = new NullabilityInfoContext();
        var first = type.GetConstructors().SelectMany(c => c.GetParameters()).Select(p => p.Name).ToHashSet();
        return type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(p => p.IsDefined(typeof(IdAttribute)) && !first.Contains(p.Name))
            .Where(p => IsArray(p.PropertyType)
                || (!p.PropertyType.IsValueType && nullability.Create(p).ReadState == NullabilityState.NotNull));
    }

    private static bool IsArray(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>);

    private static bool IsThere(object? value) =>
        value is not null && !(IsArray(value.GetType()) && (bool)value.GetType().GetProperty("IsDefault")!.GetValue(value)!);

    private static object Read(Type type)
    {
        using var session = Services.GetRequiredService<SerializerSessionPool>().GetSession();
        var bytes = new ArrayBufferWriter<byte>();
        var writer = Writer.Create(bytes, session);
        writer.WriteStartObject(0, type, type);
        writer.WriteEndObject();
        writer.Commit();
        var read = typeof(AbsentMembersTests).GetMethod(nameof(Of), BindingFlags.Static | BindingFlags.NonPublic)!;
        return read.MakeGenericMethod(type).Invoke(null, [bytes.WrittenMemory.ToArray()])!;
    }

    private static object Of<T>(byte[] bytes) => Services.GetRequiredService<Serializer>().Deserialize<T>(bytes)!;
}
