/** The reactions that are one click away. */
export const quickReactions = ['👍', '❤️', '😂', '😮', '🙏', '✅'] as const
