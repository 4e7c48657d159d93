//! Who asks, where, and what they may do: read from what Discord sends along.

use serenity::all::{
    ChannelId, CommandInteraction, ComponentInteraction, GuildId, InteractionId, Member, Message,
    ModalInteraction, Permissions, RoleId, UserId,
};

use super::visibility::Place;
use crate::domain::{Asker, Language, Role, Target, TargetKind};

/// The platform in the ids of receivers.
pub(super) const PLATFORM: &str = "discord";

/// The roles of a server, by their ids, that make a host or an admin.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Roles {
    /// Admins. Whoever may manage the server is one without any of these.
    pub(super) admins: Vec<u64>,
    /// Hosts.
    pub(super) hosts: Vec<u64>,
}

impl Roles {
    /// Who somebody is and what they may do. Nothing is known of the roles of somebody who writes in private.
    fn asker(&self, person: UserId, held: &[RoleId], permissions: Permissions) -> Asker {
        let held: Vec<u64> = held.iter().map(|role| role.get()).collect();
        let person = Target::new(PLATFORM, TargetKind::User, person);
        let roles = held.iter().map(|role| Target::new(PLATFORM, TargetKind::Role, role));
        Asker { ids: std::iter::once(person).chain(roles).collect(), role: self.role(&held, permissions) }
    }

    /// Who wrote a message. Discord does not say with it what they may do in the server.
    pub(super) fn author(&self, message: &Message) -> Asker {
        let held = message.member.as_ref().map_or(&[][..], |member| &member.roles);
        self.asker(message.author.id, held, Permissions::empty())
    }

    /// What somebody may do who holds these roles and permissions in a server.
    fn role(&self, held: &[u64], permissions: Permissions) -> Role {
        let holds = |wanted: &[u64]| held.iter().any(|role| wanted.contains(role));
        if permissions.intersects(Permissions::MANAGE_GUILD | Permissions::ADMINISTRATOR)
            || holds(&self.admins)
        {
            Role::Admin
        } else if holds(&self.hosts) {
            Role::Host
        } else {
            Role::Member
        }
    }
}

/// What the bot needs to show a reply in a channel.
const TO_WRITE: Permissions =
    Permissions::VIEW_CHANNEL.union(Permissions::SEND_MESSAGES).union(Permissions::EMBED_LINKS);

/// One interaction: whom to answer, and what is known of them.
#[derive(Clone, Debug)]
pub(super) struct Turn {
    pub(super) id: InteractionId,
    pub(super) token: String,
    pub(super) channel: ChannelId,
    pub(super) place: Place,
    /// The language of the asker's Discord, where it is one of ours.
    pub(super) locale: Option<Language>,
    /// Who asks, and what they may do.
    pub(super) asker: Asker,
    /// Whether the bot may write in the channel.
    pub(super) may_write: bool,
}

impl Turn {
    pub(super) fn of_command(interaction: &CommandInteraction, roles: &Roles) -> Self {
        Self::new(
            (interaction.id, &interaction.token, interaction.channel_id),
            (&interaction.locale, interaction.guild_id, interaction.app_permissions),
            (interaction.user.id, interaction.member.as_deref()),
            roles,
        )
    }

    pub(super) fn of_component(interaction: &ComponentInteraction, roles: &Roles) -> Self {
        Self::new(
            (interaction.id, &interaction.token, interaction.channel_id),
            (&interaction.locale, interaction.guild_id, interaction.app_permissions),
            (interaction.user.id, interaction.member.as_ref()),
            roles,
        )
    }

    pub(super) fn of_modal(interaction: &ModalInteraction, roles: &Roles) -> Self {
        Self::new(
            (interaction.id, &interaction.token, interaction.channel_id),
            (&interaction.locale, interaction.guild_id, interaction.app_permissions),
            (interaction.user.id, interaction.member.as_ref()),
            roles,
        )
    }

    fn new(
        (id, token, channel): (InteractionId, &str, ChannelId),
        (locale, guild, app_permissions): (&str, Option<GuildId>, Option<Permissions>),
        (person, member): (UserId, Option<&Member>),
        roles: &Roles,
    ) -> Self {
        let held = member.map_or(&[][..], |member| &member.roles);
        let permissions = member.and_then(|member| member.permissions).unwrap_or_default();
        Self {
            id,
            token: token.to_owned(),
            channel,
            place: if guild.is_some() { Place::Channel } else { Place::Direct },
            locale: Language::from_tag(locale),
            asker: roles.asker(person, held, permissions),
            may_write: app_permissions.is_some_and(|permissions| permissions.contains(TO_WRITE)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn roles_of_the_settings_and_manage_server_decide() {
        let roles = Roles { admins: vec![1], hosts: vec![2] };
        let none = Permissions::SEND_MESSAGES;
        assert_eq!(roles.role(&[], none), Role::Member);
        assert_eq!(roles.role(&[3, 2], none), Role::Host);
        assert_eq!(roles.role(&[2, 1], none), Role::Admin);
        assert_eq!(roles.role(&[], Permissions::MANAGE_GUILD), Role::Admin);
        assert_eq!(Roles::default().role(&[0], none), Role::Member);
        assert!(Role::Admin > Role::Host && Role::Host > Role::Member);
    }
    #[test]
    fn somebody_is_known_by_their_id_first_and_then_by_their_roles() {
        let roles = Roles { admins: vec![1], hosts: vec![2] };
        let asker = roles.asker(UserId::new(7), &[RoleId::new(2), RoleId::new(9)], Permissions::empty());
        let ids: Vec<String> = asker.ids.iter().map(Target::to_string).collect();
        assert_eq!(ids, ["discord:user:7", "discord:role:2", "discord:role:9"]);
        assert_eq!(asker.role, Role::Host);
        assert_eq!(roles.asker(UserId::new(7), &[], Permissions::empty()).role, Role::Member);
    }
}
